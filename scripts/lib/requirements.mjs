import { createServer } from 'node:net'
import { UserError } from './report.mjs'

const minimum = [20, 19]

export function assertNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > minimum[0] || (major === minimum[0] && minor >= minimum[1])) return
  throw new UserError(`Node ${minimum.join('.')} or newer is needed, this is ${version}: https://nodejs.org`)
}

/** Fails before the slow work does: nobody wants to wait for a build to hear that the port is taken. */
export async function assertPortFree(port) {
  const server = createServer()
  await new Promise((resolve, reject) => {
    // What is no port at all is for the platform's own configuration to say.
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return resolve()
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE') return resolve()
      reject(new UserError(`Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`))
    })
    server.listen(port, resolve)
  })
  await new Promise((resolve) => server.close(resolve))
}
