import ts from "typescript";
import type { Project } from "../harness/project.ts";

/** A property of an emitted interface. */
export interface EmittedMember {
  /** The property with its type on one line, without its comment: `name?: string;`. */
  readonly text: string;
  /** The comment as a compiler reads it, without its tags. */
  readonly description: string;
  /** The name of each tag that a compiler sees. */
  readonly tags: readonly string[];
  /** The text behind each `@default` tag that a compiler sees. */
  readonly defaults: readonly string[];
}

/** The text of the module of a schema. */
export function moduleOf(project: Project, name: string): string {
  const entry = project.manifest.entries.find((candidate) => candidate.name === name);
  const text = entry && project.files.get(entry.module ?? "");
  if (text === undefined) throw new Error(`no module of ${name}`);
  return text;
}

/** The Markdown page of a schema. */
export function pageOf(project: Project, name: string): string {
  const entry = project.manifest.entries.find((candidate) => candidate.name === name);
  const text = entry && project.files.get(entry.docs ?? "");
  if (text === undefined) throw new Error(`no page of ${name}`);
  return text;
}

/** The interface that a schema is emitted as, by its properties in their order. */
export function membersOf(project: Project, name: string): ReadonlyMap<string, EmittedMember> {
  const file = ts.createSourceFile(
    `${name}.ts`,
    moduleOf(project, name),
    ts.ScriptTarget.Latest,
    true,
  );
  const declaration = file.statements
    .filter(ts.isInterfaceDeclaration)
    .find((statement) => statement.name.text === name);
  if (declaration === undefined) throw new Error(`${name} is no interface`);
  const properties = declaration.members.filter(ts.isPropertySignature);
  return new Map(properties.map((property) => [property.name.getText(), readMember(property)]));
}

/**
 * A property of the interface that a schema is emitted as.
 *
 * @throws Error where there is none of that name
 */
export function memberOf(project: Project, name: string, property: string): EmittedMember {
  const member = membersOf(project, name).get(property);
  if (member === undefined) throw new Error(`${name} has no property ${property}`);
  return member;
}

function readMember(property: ts.PropertySignature): EmittedMember {
  const comments = ts.getJSDocCommentsAndTags(property).filter(ts.isJSDoc);
  const tags = ts.getJSDocTags(property);
  return {
    text: onOneLine(property.getText()),
    description: comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "").join("\n"),
    tags: tags.map((tag) => tag.tagName.text),
    defaults: tags
      .filter((tag) => tag.tagName.text === "default")
      .map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? ""),
  };
}

/** Undoes the line breaks of the formatter, and the bars and blanks that come with them. */
function onOneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=[(:]) \| /g, " ")
    .replaceAll("( ", "(")
    .replaceAll(" )", ")");
}
