/** A button beside what it belongs to. */
export const quiet =
  'h-9 max-md:h-11 rounded-md border border-line-strong px-3 text-[12px] whitespace-nowrap hover:bg-raised'
