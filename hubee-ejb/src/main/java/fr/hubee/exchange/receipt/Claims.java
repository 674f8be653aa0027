package fr.hubee.exchange.receipt;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.nimbusds.jose.jwk.OctetKeyPair;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.TreeHash;
import fr.hubee.kernel.shared.OrganizationKey;
import java.lang.reflect.Type;
import java.text.ParseException;
import java.time.Instant;
import java.util.function.Function;

/**
 * Writes a receipt or a certificate as the claims of a signature, and reads it back: the version, then the components of the record, by
 * their names and in their order. What is null is left out. Signatures of former releases have the same claims.
 */
final class Claims {
    private static final int VERSION = 1;

    private static final Gson JSON = new GsonBuilder()
            .disableHtmlEscaping()
            .registerTypeAdapter(Instant.class, new Text<>(Instant::parse))
            .registerTypeAdapter(
                    OrganizationKey.class,
                    new Text<>(text -> OrganizationKey.parse(text).orElseThrow()))
            .registerTypeAdapter(TreeHash.class, new Text<>(TreeHash::ofHex))
            .registerTypeAdapter(OctetKeyPair.class, new BareKey())
            .create();

    private Claims() {}

    static String of(Record content) {
        var claims = new JsonObject();
        claims.addProperty("version", VERSION);
        JSON.toJsonTree(content)
                .getAsJsonObject()
                .entrySet()
                .forEach(each -> claims.add(each.getKey(), each.getValue()));
        return JSON.toJson(claims);
    }

    /** @throws RuntimeException of any kind for what are no such claims */
    static <R extends Record> R read(String claims, Class<R> content) {
        var read = JsonParser.parseString(claims).getAsJsonObject();
        if (read.get("version").getAsInt() != VERSION) {
            throw new IllegalArgumentException(
                    (content == Receipt.class ? "a receipt" : "a certificate") + " of a version that is not known");
        }
        return JSON.fromJson(read, content);
    }

    /** Writes a value as its text. */
    private record Text<T>(Function<String, T> parse) implements JsonSerializer<T>, JsonDeserializer<T> {
        @Override
        public JsonElement serialize(T value, Type type, JsonSerializationContext context) {
            return new JsonPrimitive(value.toString());
        }

        @Override
        public T deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            return parse.apply(json.getAsString());
        }
    }

    /** Writes a public key without its name: a reader may trust it only by its thumbprint. */
    private static final class BareKey implements JsonSerializer<OctetKeyPair>, JsonDeserializer<OctetKeyPair> {
        @Override
        public JsonElement serialize(OctetKeyPair key, Type type, JsonSerializationContext context) {
            return JsonParser.parseString(SignedClaims.bare(key).toJSONString());
        }

        @Override
        public OctetKeyPair deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            try {
                return OctetKeyPair.parse(json.toString());
            } catch (ParseException invalid) {
                throw new IllegalArgumentException("without the key of the head", invalid);
            }
        }
    }
}
