import { NotFoundScreen } from "../components/error-screen.tsx";

export const Component = NotFoundScreen;
