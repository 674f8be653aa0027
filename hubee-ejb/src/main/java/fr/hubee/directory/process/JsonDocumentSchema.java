package fr.hubee.directory.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.resource.DisallowSchemaLoader;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A JSON Schema, of draft 4 or later. A file is read whole, so it may not be large; each access to it looks at the clock. */
final class JsonDocumentSchema implements DocumentSchema {
    private static final String UNREAD = "is no JSON";
    private static final int MOST_READ = 1024 * 1024;
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 100_000;
    private static final long MOST_STEPS = 2_000_000;

    private final Set<String> names = new HashSet<>();
    private final JsonSchema schema;

    JsonDocumentSchema(byte[] text) {
        try {
            var content = mapper(JsonNodeFactory.instance).readTree(text);
            inspect(content);
            var version = content.has("$schema")
                    ? SpecVersionDetector.detectOptionalVersion(content, true).orElseThrow()
                    : VersionFlag.V202012;
            var factory = JsonSchemaFactory.getInstance(
                    version,
                    builder -> builder.schemaLoaders(loaders -> loaders.values(all -> {
                        all.clear();
                        all.add(DisallowSchemaLoader.getInstance());
                    })));
            schema = factory.getSchema(
                    content,
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .formatAssertionsEnabled(true)
                            .regularExpressionFactory(JsonDocumentSchema::bounded)
                            .build());
            schema.initializeValidators();
            for (var probe : List.of("{}", "[]", "\"\"", "0")) { // references in a circle do not end
                schema.validate(mapper(JsonNodeFactory.instance).readTree(probe));
            }
        } catch (IOException | RuntimeException | StackOverflowError invalid) {
            throw invalid instanceof InvalidRequest refused
                    ? refused
                    : new InvalidRequest(Words.text("directory.schema.notJson"));
        }
    }

    /** Collects the names that findings may tell, and refuses what lies elsewhere. */
    private void inspect(JsonNode part) {
        part.properties().forEach(each -> {
            names.add(each.getKey());
            if (each.getKey().endsWith("Ref") || each.getKey().equals("$ref")) {
                if (!each.getValue().asText().startsWith("#")) {
                    throw new InvalidRequest(Words.text("directory.schema.elsewhere"));
                }
            }
        });
        part.forEach(this::inspect);
    }

    @Override
    public List<Finding> findings(InputStream file, Duration longest) throws IOException {
        try {
            var bytes = file.readNBytes(MOST_READ + 1);
            if (bytes.length > MOST_READ) {
                throw new TooCostly();
            }
            var document = mapper(new WatchedNodes(new Deadline(longest))).readTree(bytes);
            return schema.validate(document).stream()
                    .limit(MOST_FINDINGS)
                    .map(this::finding)
                    .toList();
        } catch (StreamConstraintsException | StackOverflowError | NumberFormatException | TooCostly refused) {
            return List.of(new Finding("", Finding.TOO_COSTLY, 0, 0));
        } catch (CharConversionException invalid) {
            return List.of(new Finding("", UNREAD, 0, 0));
        } catch (JsonProcessingException invalid) {
            var place = invalid.getLocation();
            return List.of(new Finding(
                    "", UNREAD, place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr()));
        }
    }

    private Finding finding(ValidationMessage message) {
        var missing = message.getType().equals("required") && message.getProperty() != null
                ? "/" + message.getProperty()
                : "";
        return new Finding(path(message.getInstanceLocation()) + missing, message.getType(), 0, 0);
    }

    private String path(JsonNodePath location) {
        var path = new StringBuilder();
        for (int step = 0; step < location.getNameCount(); step++) {
            var element = location.getElement(step);
            path.append('/').append(element instanceof Integer || names.contains(element) ? element : "*");
        }
        return path.toString();
    }

    private static ObjectMapper mapper(JsonNodeFactory nodes) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .nodeFactory(nodes)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** An expression that gives up after so many steps: the time of some grows with a power of the length, or worse. */
    private static RegularExpression bounded(String pattern) {
        var compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(new CountedText(text, new AtomicLong())).find();
    }

    private record CountedText(CharSequence text, AtomicLong steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (steps.incrementAndGet() > MOST_STEPS) {
                throw new TooCostly();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** Makes nodes that look at the clock: a schema may compare a document with its alternatives very often. */
    @SuppressWarnings("unchecked") // of the nodes themselves
    private static final class WatchedNodes extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        private final transient Deadline deadline;

        private WatchedNodes(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public ObjectNode objectNode() {
            return new ObjectNode(this) {
                private static final long serialVersionUID = 1L;

                @Override
                public JsonNode get(String name) {
                    deadline.check();
                    return super.get(name);
                }

                @Override
                public Iterator<String> fieldNames() {
                    deadline.check();
                    return super.fieldNames();
                }
            };
        }

        @Override
        public ArrayNode arrayNode() {
            return new ArrayNode(this) {
                private static final long serialVersionUID = 1L;

                @Override
                public JsonNode get(int index) {
                    deadline.check();
                    return super.get(index);
                }

                @Override
                public Iterator<JsonNode> elements() {
                    var all = super.elements();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return all.hasNext();
                        }

                        @Override
                        public JsonNode next() {
                            deadline.check();
                            return all.next();
                        }
                    };
                }
            };
        }

        @Override
        public ArrayNode arrayNode(int capacity) {
            return arrayNode();
        }
    }
}
