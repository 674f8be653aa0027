package fr.hubee.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.hubee.api.error.ErrorJson;
import fr.hubee.api.folder.ApplicantJson;
import fr.hubee.api.folder.AttachmentJson;
import fr.hubee.api.folder.AttachmentToPurgeJson;
import fr.hubee.api.folder.CaseJson;
import fr.hubee.api.folder.CasePatchJson;
import fr.hubee.api.folder.CasesMigratedJson;
import fr.hubee.api.folder.CasesMigrationJson;
import fr.hubee.api.folder.EventJson;
import fr.hubee.api.folder.EventPatchJson;
import fr.hubee.api.folder.FolderAttachmentJson;
import fr.hubee.api.folder.FolderCaseJson;
import fr.hubee.api.folder.FolderJson;
import fr.hubee.api.folder.FolderPatchJson;
import fr.hubee.api.folder.PartnerInfoJson;
import fr.hubee.api.http.ApiJson;
import fr.hubee.api.notification.NotificationWithEventJson;
import fr.hubee.api.organization.OrganizationIdentifierJson;
import fr.hubee.api.token.TokenServlet;
import jakarta.servlet.annotation.WebServlet;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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

/** The document at {@code /openapi} and the code say the same. */
class OpenApiTest {
    static final String BASE =
            FolderApi.class.getAnnotation(ApplicationPath.class).value();
    static final JsonNode DOCUMENT = document();

    /** The schema of each record; those of the token endpoint are told by their names: nobody else sees them. */
    static final Map<String, Class<?>> RECORDS = records();

    static JsonNode document() {
        try (var file = OpenApiTest.class.getResourceAsStream("/openapi/teledossiers.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Map<String, Class<?>> records() {
        var records = new HashMap<String, Class<?>>();
        Stream.of(
                        ApplicantJson.class,
                        AttachmentJson.class,
                        AttachmentToPurgeJson.class,
                        CaseJson.class,
                        CasePatchJson.class,
                        CasesMigratedJson.class,
                        CasesMigrationJson.class,
                        EventJson.class,
                        EventPatchJson.class,
                        FolderAttachmentJson.class,
                        FolderCaseJson.class,
                        FolderJson.class,
                        FolderPatchJson.class,
                        OrganizationIdentifierJson.class,
                        PartnerInfoJson.class)
                .forEach(type -> records.put(type.getSimpleName().replaceFirst("Json$", ""), type));
        records.put("Notification", NotificationWithEventJson.class);
        records.put("Errors", ErrorJson.class);
        records.put("Error", ErrorJson.Item.class);
        records.put("TokenAnswer", named("fr.hubee.api.token.TokenJson"));
        records.put("OAuthError", named("fr.hubee.api.token.OAuthErrorJson"));
        return records;
    }

    static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    // operations

    @Test
    void everyOperationIsDescribedAndNoOther() {
        var served = new TreeSet<>(operations().keySet());
        for (var address : TokenServlet.class.getAnnotation(WebServlet.class).value()) {
            served.add("POST " + address);
        }

        assertEquals(lines(served), lines(described().keySet()));
    }

    @Test
    void theContractHasTwentyTwoOperations() {
        assertEquals(22, operations().size());
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

    /** By "METHOD path"; a PATCH is also a POST, with a header. */
    static Map<String, Method> operations() {
        var operations = new TreeMap<String, Method>();
        new FolderApi()
                .getClasses().stream()
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

    static String path(Method method) {
        var own = method.getAnnotation(Path.class);
        var path =
                method.getDeclaringClass().getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        return BASE + path.replaceAll("/+", "/").replaceFirst("/$", "");
    }

    static Map<String, JsonNode> described() {
        var operations = new TreeMap<String, JsonNode>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    static Map<String, JsonNode> describedApi() {
        var operations = described();
        operations.keySet().removeIf(name -> !name.contains(" " + BASE + "/"));
        return operations;
    }

    static <A extends Annotation> List<String> annotated(Method method, Class<A> type, Function<A, String> name) {
        return Stream.of(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(type))
                .map(parameter -> name.apply(parameter.getAnnotation(type)))
                .toList();
    }

    static List<String> parameters(JsonNode operation, String in) {
        return elements(operation.path("parameters"))
                .map(OpenApiTest::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    // schemas

    @Test
    void everySchemaButTheTokensRequestHasItsRecord() {
        var schemas = new TreeSet<>(schemas().keySet());
        schemas.remove("TokenRequest");

        assertEquals(lines(new TreeSet<>(RECORDS.keySet())), lines(schemas));
    }

    @Test
    void propertiesHaveTheNamesTheOrderAndTheTypesOfTheRecords() {
        assertEquals(
                lines(
                        RECORDS,
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
                lines(RECORDS, type -> {
                    var written = new ArrayList<String>();
                    ApiJson.mapper()
                            .<JsonNode>valueToTree(withoutValues(type))
                            .fieldNames()
                            .forEachRemaining(written::add);
                    return written;
                }),
                lines(
                        recordSchemas(),
                        schema -> properties(schema).map(Map.Entry::getKey).toList()));
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
                                .filter(OpenApiTest::isReadOnly)
                                .map(OpenApiTest::name)
                                .toList()),
                lines(
                        requestSchemas(),
                        schema -> properties(schema)
                                .filter(property -> isReadOnly(property.getValue()))
                                .map(Map.Entry::getKey)
                                .toList()));
    }

    /** Read-only properties may be required too: of an answer. */
    @Test
    void aPropertyOfARequestIsRequiredWhereItMayNotBeNull() {
        assertEquals(
                lines(
                        requests(),
                        type -> components(type).stream()
                                .filter(OpenApiTest::isRequired)
                                .map(OpenApiTest::name)
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

    /** A list that is only read is told whole; one that is written leaves out what is never taken. */
    @Test
    void closedListsAreThoseOfTheCode() {
        RECORDS.forEach((name, type) -> components(type).stream()
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

    static Map<String, JsonNode> schemas() {
        return DOCUMENT.path("components").path("schemas").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Map<String, JsonNode> recordSchemas() {
        return only(schemas(), RECORDS.keySet());
    }

    /** The records that are read from a request: they say what they need. */
    static Map<String, Class<?>> requests() {
        var requests = new TreeMap<>(RECORDS);
        requests.values().removeIf(type -> components(type).stream().noneMatch(OpenApiTest::isRequired));
        return requests;
    }

    static Map<String, JsonNode> requestSchemas() {
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

    static JsonNode property(String schema, String name) {
        return schemas().get(schema).path("properties").path(name);
    }

    static List<RecordComponent> components(Class<?> type) {
        var components = new ArrayList<RecordComponent>();
        for (var component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                components.addAll(components(component.getType()));
            } else {
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

    static String shape(Type type) {
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
        if (type == Long.class || type == long.class || type == int.class) {
            return "integer";
        }
        return RECORDS.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse("string");
    }

    static String shape(JsonNode property) {
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
        var references = DOCUMENT.findValuesAsText("$ref");

        assertTrue(references.size() > 100);
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

    static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? at(node.path("$ref").asText()) : node;
    }

    static JsonNode at(String reference) {
        return DOCUMENT.at(reference.substring(1));
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
