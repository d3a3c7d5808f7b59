// The whole API, as src/server/app.ts mounts it.
import { answerApi } from "../../../server/api.ts";

export {
  answerApi as DELETE,
  answerApi as GET,
  answerApi as HEAD,
  answerApi as OPTIONS,
  answerApi as PATCH,
  answerApi as POST,
  answerApi as PUT,
};
