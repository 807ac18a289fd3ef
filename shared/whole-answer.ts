/**
 * Resolves when the answer is there to its end, and rejects where the connection breaks in the middle of it. Octokit
 * makes an empty answer of half a one, which reads like a comment without words or a list without entries: see
 * `getResponseData` in https://github.com/octokit/request.js/blob/main/src/fetch-wrapper.ts
 */
export async function wholeAnswer(response: Response): Promise<Response> {
  await response.clone().arrayBuffer();
  return response;
}
