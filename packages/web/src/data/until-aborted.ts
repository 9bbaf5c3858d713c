/** Does something that ends with the signal; what the signal ended is no failure. */
export async function untilAborted(signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
