// What hatch_build.py bundles into server/look/vendor/fluent.js.
export * from "@fluent/bundle";
export * from "@fluent/dom";
