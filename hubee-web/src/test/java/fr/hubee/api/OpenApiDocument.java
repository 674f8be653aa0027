package fr.hubee.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.hubee.api.http.ApiJson;
import fr.hubee.api.http.ErrorJson;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Checks that a document that we serve matches the code: operations, parameters, schemas. */
abstract class OpenApiDocument {
    /** Records that several documents describe. */
    private static final Map<String, Class<?>> COMMON =
            Map.of("Errors", ErrorJson.class, "Error", ErrorJson.Item.class);

    private final Application api;
    private final String base;
    private final JsonNode document;
    /** The schema of each record. */
    private final Map<String, Class<?>> records = new HashMap<>(COMMON);

    /** Operations of the document that are not of the API: "METHOD path". */
    private final Set<String> others;

    OpenApiDocument(Application api, String file, Map<String, Class<?>> records, Set<String> others) {
        this.api = api;
        this.base = api.getClass().getAnnotation(ApplicationPath.class).value();
        this.document = read(file);
        this.records.putAll(records);
        this.others = others;
    }

    private static JsonNode read(String file) {
        try (var document = OpenApiDocument.class.getResourceAsStream("/openapi/" + file)) {
            return new YAMLMapper().readTree(document);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    // operations

    @Test
    void everyOperationIsDescribedAndNoOther() {
        var served = new TreeSet<>(operations().keySet());
        served.addAll(others);

        assertEquals(lines(served), lines(described().keySet()));
    }

    @Test
    void everyOperationDescribesItsQueryParameters() {
        assertEquals(
                lines(operations(), method -> annotated(method, QueryParam.class, QueryParam::value)),
                lines(describedApi(), operation -> parameters(operation, "query")));
    }

    @Test
    void everyOperationDescribesItsPathParameters() {
        assertEquals(
                lines(operations(), method -> annotated(method, PathParam.class, PathParam::value)),
                lines(describedApi(), operation -> parameters(operation, "path")));
    }

    @Test
    void thePathParametersAreThoseOfThePath() {
        describedApi()
                .forEach((name, operation) -> parameters(operation, "path")
                        .forEach(parameter -> assertTrue(name.contains("{" + parameter + "}"), name)));
    }

    @Test
    void everyOperationTakesThePartnersHeaders() {
        described()
                .forEach((name, operation) -> assertTrue(
                        parameters(operation, "header")
                                .containsAll(List.of("editorName", "applicationName", "softwareVersion")),
                        name));
    }

    @Test
    void whatStandsForPatchSaysByWhichHeader() {
        operations()
                .forEach((name, method) -> assertEquals(
                        name.startsWith("POST ") && method.isAnnotationPresent(PATCH.class),
                        parameters(describedApi().get(name), "header").contains("X-HTTP-Method-Override"),
                        name));
    }

    /** Returns the operations by "METHOD path"; a PATCH is also a POST, with a header. */
    Map<String, Method> operations() {
        var operations = new TreeMap<String, Method>();
        api.getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .forEach(method -> httpMethods(method)
                        .forEach(httpMethod -> operations.put(httpMethod + " " + path(method), method)));
        return operations;
    }

    static List<String> httpMethods(Method method) {
        if (method.isAnnotationPresent(PATCH.class)) {
            return List.of("PATCH", "POST");
        }
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(httpMethod -> httpMethod != null)
                .map(HttpMethod::value)
                .toList();
    }

    String path(Method method) {
        var own = method.getAnnotation(Path.class);
        var path =
                method.getDeclaringClass().getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        return base + path.replaceAll("/+", "/").replaceFirst("/$", "");
    }

    Map<String, JsonNode> described() {
        var operations = new TreeMap<String, JsonNode>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    Map<String, JsonNode> describedApi() {
        var operations = described();
        operations.keySet().removeIf(name -> !name.contains(" " + base + "/"));
        return operations;
    }

    static <A extends Annotation> List<String> annotated(Method method, Class<A> type, Function<A, String> name) {
        return Stream.of(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(type))
                .map(parameter -> name.apply(parameter.getAnnotation(type)))
                .toList();
    }

    List<String> parameters(JsonNode operation, String in) {
        return elements(operation.path("parameters"))
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    // schemas

    @Test
    void everySchemaButTheTokensRequestHasItsRecord() {
        var schemas = new TreeSet<>(schemas().keySet());
        schemas.remove("TokenRequest");

        assertEquals(lines(new TreeSet<>(records.keySet())), lines(schemas));
    }

    @Test
    void propertiesHaveTheNamesTheOrderAndTheTypesOfTheRecords() {
        assertEquals(
                lines(
                        records,
                        type -> components(type).stream()
                                .map(component -> name(component) + ": " + shape(component.getGenericType()))
                                .toList()),
                lines(
                        recordSchemas(),
                        schema -> properties(schema)
                                .map(property -> property.getKey() + ": " + shape(property.getValue()))
                                .toList()));
    }

    @Test
    void answersAreWrittenInThatOrderAndWhatHasNoValueToo() {
        assertEquals(
                lines(written(), type -> {
                    var written = new ArrayList<String>();
                    ApiJson.mapper()
                            .<JsonNode>valueToTree(withoutValues(type))
                            .fieldNames()
                            .forEachRemaining(written::add);
                    return written;
                }),
                lines(
                        only(schemas(), written().keySet()),
                        schema -> properties(schema).map(Map.Entry::getKey).toList()));
    }

    /** Returns the records whose members are all written, with any value. */
    Map<String, Class<?>> written() {
        var written = new HashMap<>(records);
        written.values()
                .removeIf(type -> components(type).stream()
                        .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonInclude.class)));
        return written;
    }

    static Object withoutValues(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Stream.of(components)
                .map(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? withoutValues(component.getType())
                        : Array.get(Array.newInstance(component.getType(), 1), 0))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aPropertyIsReadOnlyWhereRequestsPassItOver() {
        assertEquals(
                lines(
                        requests(),
                        type -> components(type).stream()
                                .filter(OpenApiDocument::isReadOnly)
                                .map(OpenApiDocument::name)
                                .toList()),
                lines(
                        requestSchemas(),
                        schema -> properties(schema)
                                .filter(property -> isReadOnly(property.getValue()))
                                .map(Map.Entry::getKey)
                                .toList()));
    }

    /** Checks required properties; a read-only one may be required in an answer. */
    @Test
    void aPropertyOfARequestIsRequiredWhereItMayNotBeNull() {
        assertEquals(
                lines(
                        requests(),
                        type -> components(type).stream()
                                .filter(OpenApiDocument::isRequired)
                                .map(OpenApiDocument::name)
                                .toList()),
                lines(
                        requestSchemas(),
                        schema -> properties(schema)
                                .filter(property -> !isReadOnly(property.getValue()))
                                .map(Map.Entry::getKey)
                                .filter(name -> texts(schema.path("required")).contains(name))
                                .toList()));
    }

    @Test
    void whatIsRequiredIsAlsoAProperty() {
        schemas()
                .forEach((name, schema) -> assertTrue(
                        properties(schema).map(Map.Entry::getKey).toList().containsAll(texts(schema.path("required"))),
                        name));
    }

    @Test
    void textIsAsLongAsTheRecordLetsIt() {
        requests()
                .forEach((name, type) -> components(type).stream()
                        .filter(component -> component.getType() == String.class)
                        .filter(component -> component.getAccessor().isAnnotationPresent(Size.class))
                        .forEach(component -> assertEquals(
                                component
                                        .getAccessor()
                                        .getAnnotation(Size.class)
                                        .max(),
                                property(name, name(component))
                                        .path("maxLength")
                                        .asInt(),
                                name + "." + name(component))));
    }

    /** Checks closed lists: one that is only read is complete; one that is written leaves out values that are never accepted. */
    @Test
    void closedListsAreThoseOfTheCode() {
        records.forEach((name, type) -> components(type).stream()
                .filter(component -> component.getType().isEnum())
                .forEach(component -> {
                    var property = property(name, name(component));
                    var told = new TreeSet<>(texts(property.path("enum")));
                    told.remove("null");
                    var known = Stream.of(component.getType().getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.toCollection(TreeSet::new));
                    var where = name + "." + name(component);
                    boolean written = requests().containsKey(name) && !isReadOnly(component);
                    if (written) {
                        assertTrue(!told.isEmpty() && known.containsAll(told), where);
                    } else {
                        assertEquals(known, told, where);
                    }
                }));
    }

    Map<String, JsonNode> schemas() {
        return document.path("components").path("schemas").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<String, JsonNode> recordSchemas() {
        return only(schemas(), records.keySet());
    }

    /** Returns the records of requests, which declare their required members. */
    Map<String, Class<?>> requests() {
        var requests = new TreeMap<>(records);
        requests.values().removeIf(type -> components(type).stream().noneMatch(OpenApiDocument::isRequired));
        return requests;
    }

    Map<String, JsonNode> requestSchemas() {
        return only(schemas(), requests().keySet());
    }

    static Map<String, JsonNode> only(Map<String, JsonNode> all, Set<String> names) {
        var some = new HashMap<>(all);
        some.keySet().retainAll(names);
        return some;
    }

    static Stream<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
        return schema.path("properties").properties().stream();
    }

    JsonNode property(String schema, String name) {
        return schemas().get(schema).path("properties").path(name);
    }

    static List<RecordComponent> components(Class<?> type) {
        var components = new ArrayList<RecordComponent>();
        for (var component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                components.addAll(components(component.getType()));
            } else if (!component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                components.add(component);
            }
        }
        return components;
    }

    static String name(RecordComponent component) {
        var given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null || given.value().isEmpty() ? component.getName() : given.value();
    }

    static boolean isReadOnly(RecordComponent component) {
        var given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given != null && given.access() == JsonProperty.Access.READ_ONLY;
    }

    static boolean isReadOnly(JsonNode property) {
        return property.path("readOnly").asBoolean();
    }

    static boolean isRequired(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(NotNull.class);
    }

    String shape(Type type) {
        if (type instanceof ParameterizedType list) {
            return "array of " + shape(list.getActualTypeArguments()[0]);
        }
        if (type == UUID.class) {
            return "string uuid";
        }
        if (type == Instant.class) {
            return "string date-time";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        }
        if (Set.of(Long.class, long.class, Integer.class, int.class).contains(type)) {
            return "integer";
        }
        return records.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse("string");
    }

    String shape(JsonNode property) {
        var reference = property.path("allOf")
                .path(0)
                .path("$ref")
                .asText(property.path("$ref").asText(""));
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        var type = property.path("type").asText();
        if (type.equals("array")) {
            return "array of " + shape(property.path("items"));
        }
        var format = property.path("format").asText();
        return Set.of("uuid", "date-time").contains(format) ? type + " " + format : type;
    }

    // the document itself

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = document.findValuesAsText("$ref");

        assertTrue(references.size() > 10);
        for (var reference : references) {
            assertTrue(!at(reference).isMissingNode(), reference);
        }
    }

    @Test
    void everyExampleOfARefusalCarriesTheStatusItIsGivenFor() {
        describedApi()
                .forEach((name, operation) -> operation
                        .path("responses")
                        .properties()
                        .forEach(response -> elements(resolved(response.getValue())
                                        .path("content")
                                        .path("application/json")
                                        .path("examples"))
                                .map(example -> resolved(example).path("value").path("errors"))
                                .filter(JsonNode::isArray)
                                .forEach(errors -> {
                                    int code = errors.path(0).path("code").asInt();
                                    var status = code == 900901 ? "401" : String.valueOf(code);
                                    assertEquals(response.getKey(), status, name);
                                })));
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? at(node.path("$ref").asText()) : node;
    }

    JsonNode at(String reference) {
        return document.at(reference.substring(1));
    }

    static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    // texts whose difference is easily seen

    static String lines(Set<String> items) {
        return String.join("\n", items);
    }

    static <T> String lines(Map<String, T> all, Function<T, List<String>> part) {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + part.apply(entry.getValue()))
                        .collect(Collectors.joining("\n"));
    }
}
