export { mount } from "./index.js";
