package fr.hubee.api.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.ser.InstantSerializer;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.TimeZone;

/**
 * JSON as in the contract. Written: properties in order, nulls included, dates as {@code
 * 2026-11-24T10:00:00.000+00:00}. Read: unknown properties are ignored, types are strict.
 */
@Provider
public class ApiJson implements ContextResolver<ObjectMapper> {
    private static final JsonFormat.Value WRITTEN = JsonFormat.Value.forPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx")
            .withTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("hubee")
                    .addSerializer(Instant.class, InstantSerializer.INSTANCE)
                    .addDeserializer(Instant.class, new InstantReader())
                    .addDeserializer(String.class, new TextReader()))
            .withConfigOverride(Instant.class, written -> written.setFormat(WRITTEN))
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT) // a list that fails half way must not look complete
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Enum,
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return MAPPER;
    }

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible); // our own records
        }
    }

    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        /** Years have four digits (RFC 3339), and the database cannot store much later dates. */
        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var text = json.getValueAsString("");
            try {
                var date = OffsetDateTime.parse(text).toInstant();
                if (date.isBefore(FIRST) || date.isAfter(LAST)) {
                    throw new DateTimeException("beyond what the contract can write");
                }
                return date;
            } catch (DateTimeException invalid) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "date-time");
            }
        }
    }

    /** Rejects NUL, which PostgreSQL cannot store, and unpaired surrogates. */
    private static final class TextReader extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextReader() {
            super(String.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(json, context);
            boolean kept = text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
            return kept ? text : (String) context.handleWeirdStringValue(String.class, text, "characters");
        }
    }
}
