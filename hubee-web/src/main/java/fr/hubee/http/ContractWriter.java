package fr.hubee.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes an OpenAPI document as Markdown: each operation, answer and type of data is a heading with an anchor. */
final class ContractWriter {
    private final JsonNode document;
    private StringBuilder text = new StringBuilder();

    ContractWriter(JsonNode document) {
        this.document = document;
    }

    Contract.Text text() {
        var info = document.path("info");
        return new Contract.Text(
                info.path("title").asText(),
                "Version `%s`.\n\n%s\n\n"
                        .formatted(
                                info.path("version").asText(),
                                info.path("description").asText()),
                written(this::contents),
                written(this::details));
    }

    private String written(Runnable part) {
        text = new StringBuilder();
        part.run();
        return text.toString();
    }

    private void contents() {
        item("", link("Credentials", "credentials"));
        elements("tags").forEach(tag -> {
            item("", link(name(tag), group(tag)) + ": " + description(tag));
            operations(tag).forEach(each -> item("  ", link(each.summary(), each.anchor()) + ": " + code(each.line())));
        });
        item("", link("Shared answers", "answers"));
        item("", link("Data", "data"));
        component("schemas").forEach(each -> item("  ", link(each.getKey(), data(each.getKey()))));
    }

    private void details() {
        heading(2, "Credentials", "credentials");
        component("securitySchemes").forEach(this::credentials);
        elements("tags").forEach(tag -> {
            heading(2, name(tag), group(tag));
            paragraph(description(tag));
            operations(tag).forEach(this::operation);
        });
        heading(2, "Shared answers", "answers");
        component("responses").forEach(each -> {
            heading(3, each.getKey(), answer(each.getKey()));
            paragraph(description(each.getValue()));
            content(each.getValue(), "");
            examples(each.getValue(), "");
        });
        heading(2, "Data", "data");
        component("schemas").forEach(each -> {
            heading(3, each.getKey(), data(each.getKey()));
            paragraph(description(each.getValue()));
            fields(each.getValue(), "");
            example("Example:", each.getValue().path("example"));
        });
    }

    private void credentials(Entry<String, JsonNode> scheme) {
        var flow = scheme.getValue().path("flows").path("clientCredentials");
        item(
                "",
                code(scheme.getKey()) + ": "
                        + (flow.isMissingNode()
                                ? description(scheme.getValue())
                                : "an access token of "
                                        + code("POST " + flow.path("tokenUrl").asText()) + ", with a scope:"));
        flow.path("scopes")
                .properties()
                .forEach(scope -> item(
                        "  ", code(scope.getKey()) + ": " + scope.getValue().asText()));
    }

    private record Operation(String method, String path, JsonNode node) {

        String line() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        String summary() {
            return node.path("summary").asText();
        }

        String anchor() {
            return node.path("operationId").asText().toLowerCase(Locale.ROOT);
        }
    }

    private Stream<Operation> operations(JsonNode tag) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(each -> new Operation(each.getKey(), path.getKey(), each.getValue())))
                .filter(each -> each.node().path("tags").path(0).asText().equals(name(tag)));
    }

    private void operation(Operation operation) {
        var node = operation.node();
        heading(3, operation.summary(), operation.anchor());
        paragraph("**" + code(operation.line()) + "**");
        paragraph(description(node));
        paragraph("Credentials: " + credentials(node) + ".");
        heading(4, "Parameters", "");
        elements(node.path("parameters")).map(this::resolved).forEach(parameter -> {
            var facts = facts(
                    parameter.path("schema"),
                    parameter.path("in").asText(),
                    presence(parameter.path("required").asBoolean()));
            parameter.path("example").forEach(each -> facts.add("for example " + code(each.asText())));
            described("", name(parameter), facts, parameter);
        });
        var body = resolved(node.path("requestBody"));
        if (!body.isMissingNode()) {
            heading(4, "Body", "");
            content(body, "");
            examples(body, "");
        }
        heading(4, "Answers", "");
        var answers = node.path("responses").properties();
        answers.forEach(each -> {
            var shared = each.getValue().path("$ref").asText("");
            var description = description(resolved(each.getValue()));
            item(
                    "",
                    "**" + each.getKey() + "**: "
                            + (shared.isEmpty()
                                    ? description
                                    : description + " See " + link(last(shared), answer(last(shared))) + "."));
            if (shared.isEmpty()) {
                content(each.getValue(), "  ");
            }
        });
        answers.forEach(each -> examples(each.getValue(), " of " + each.getKey()));
    }

    private static String credentials(JsonNode operation) {
        return elements(operation.path("security"))
                .flatMap(each -> each.properties().stream())
                .map(scheme ->
                        code((scheme.getKey() + " " + scheme.getValue().path(0).asText()).strip()))
                .collect(Collectors.joining(" or "));
    }

    /** Writes the headers and the content of an answer, or of the body of a request. */
    private void content(JsonNode answer, String indent) {
        answer.path("headers").properties().forEach(header -> {
            var known = resolved(header.getValue());
            described(indent, header.getKey(), facts(known.path("schema"), "header"), known);
        });
        answer.path("content").properties().forEach(content -> {
            var schema = content.getValue().path("schema");
            item(indent, code(content.getKey()) + ": " + type(schema));
            fields(schema, indent + "  ");
        });
    }

    private void examples(JsonNode answer, String where) {
        answer.path("content").forEach(content -> {
            example("Example" + where + ":", content.path("example"));
            content.path("examples").properties().forEach(each -> {
                var known = resolved(each.getValue());
                var name = known.path("summary").asText(each.getKey());
                example("Example" + where + ", " + name + ":", known.path("value"));
            });
        });
    }

    private void example(String title, JsonNode value) {
        if (!value.isMissingNode()) {
            paragraph(title);
            paragraph("```json\n" + value.toPrettyString() + "\n```");
        }
    }

    private void fields(JsonNode schema, String indent) {
        var required = elements(schema.path("required")).map(JsonNode::asText).toList();
        schema.path("properties").properties().forEach(field -> {
            var node = field.getValue();
            described(indent, field.getKey(), facts(node, presence(required.contains(field.getKey()))), node);
            fields(node.has("items") ? node.path("items") : node, indent + "  ");
        });
    }

    private void described(String indent, String name, List<String> facts, JsonNode node) {
        var description = description(node);
        item(
                indent,
                code(name) + " (" + String.join(", ", facts) + ")" + (description.isEmpty() ? "" : ": " + description));
    }

    private static String presence(boolean required) {
        return required ? "required" : "optional";
    }

    private static List<String> facts(JsonNode schema, String... first) {
        var facts = new ArrayList<>(List.of(first));
        facts.add(type(schema));
        if (schema.path("nullable").asBoolean()) {
            facts.add("may be null");
        }
        if (schema.path("readOnly").asBoolean()) {
            facts.add("only in answers");
        }
        limit(facts, "at least %s", schema.path("minimum"));
        limit(facts, "at least %s of them", schema.path("minItems"));
        limit(facts, "%s characters or more", schema.path("minLength"));
        limit(facts, "at most %s characters", schema.path("maxLength"));
        limit(facts, "pattern %s", schema.path("pattern"));
        limit(facts, "%s where it is missing", schema.path("default"));
        var values =
                elements(schema.path("enum")).map(each -> code(each.asText())).toList();
        if (!values.isEmpty()) {
            facts.add("one of " + String.join(" ", values));
        }
        if (schema.path("example").isValueNode()) {
            limit(facts, "for example %s", schema.path("example"));
        }
        return facts;
    }

    private static void limit(List<String> facts, String words, JsonNode value) {
        if (!value.isMissingNode()) {
            facts.add(words.formatted(code(value.asText())));
        }
    }

    private static String type(JsonNode schema) {
        var reference = schema.path("$ref")
                .asText(schema.path("allOf").path(0).path("$ref").asText(""));
        if (!reference.isEmpty()) {
            return link(last(reference), data(last(reference)));
        }
        if (schema.has("items")) {
            return "list of " + String.join(", ", facts(schema.path("items")));
        }
        return (schema.path("type").asText() + " " + schema.path("format").asText("")).strip();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Stream<JsonNode> elements(String name) {
        return elements(document.path(name));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private Stream<Entry<String, JsonNode>> component(String kind) {
        return document.path("components").path(kind).properties().stream();
    }

    private static String name(JsonNode node) {
        return node.path("name").asText();
    }

    private static String description(JsonNode node) {
        return node.path("description").asText().strip();
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String group(JsonNode tag) {
        return "group-" + name(tag).toLowerCase(Locale.ROOT);
    }

    private static String answer(String name) {
        return "answer-" + name.toLowerCase(Locale.ROOT);
    }

    private static String data(String name) {
        return "data-" + name.toLowerCase(Locale.ROOT);
    }

    private static String link(String words, String anchor) {
        return "[" + words + "](#" + anchor + ")";
    }

    private static String code(String words) {
        return "`" + words + "`";
    }

    private void heading(int level, String words, String anchor) {
        paragraph("#".repeat(level) + " " + words + (anchor.isEmpty() ? "" : " {#" + anchor + "}"));
    }

    private void paragraph(String words) {
        if (!words.isEmpty()) {
            text.append(text.isEmpty() || text.charAt(text.length() - 2) == '\n' ? "" : "\n")
                    .append(words)
                    .append("\n\n");
        }
    }

    private void item(String indent, String words) {
        text.append(indent)
                .append("- ")
                .append(words.replace("\n", "\n" + indent + "  "))
                .append('\n');
    }
}
