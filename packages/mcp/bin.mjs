#!/usr/bin/env node
import { runCommand } from '@starkmatter/mcp'

// Calls to vendors that nobody waits for any more must not keep the process.
process.exit(await runCommand(process))
