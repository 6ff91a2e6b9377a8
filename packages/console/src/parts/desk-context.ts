import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Desk } from "../store/desk.ts";

/** Hands the desk to every part below. */
export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk that this part works at; throws outside one. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("this part needs a desk around it");
  return desk;
}
