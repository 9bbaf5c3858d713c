/** Does something that ends with the signal; what the signal ended is no failure, anything else is told. */
export async function untilAborted(
  signal: AbortSignal,
  act: () => Promise<void>,
  onFailure: (error: unknown) => void,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!signal.aborted) onFailure(error);
  }
}
