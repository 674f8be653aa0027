package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A receipt as the claims of a signature, and back. */
final class ReceiptClaims {
    private static final int VERSION = 1;

    private ReceiptClaims() {}

    static Map<String, Object> of(Receipt receipt) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("version", VERSION);
        claims.put("kind", receipt.kind().name());
        claims.put("at", receipt.at().toString());
        claims.put("about", receipt.about().toString());
        claims.put("process", receipt.process());
        put(claims, "number", receipt.number());
        put(claims, "sender", receipt.sender() == null ? null : receipt.sender().toString());
        claims.put(
                "recipients",
                receipt.recipients().stream().map(OrganizationKey::toString).toList());
        put(claims, "before", receipt.before());
        put(claims, "after", receipt.after());
        claims.put("files", receipt.files().stream().map(ReceiptClaims::of).toList());
        if (receipt.purge() != null) {
            claims.put("rule", receipt.purge().rule());
            claims.put("certificate", receipt.purge().certificate().toString());
            claims.put("list", receipt.purge().list());
        }
        claims.put("entry", receipt.entry().toString());
        return claims;
    }

    private static Map<String, Object> of(Receipt.File file) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("id", file.id().toString());
        claims.put("sha256", file.sha256());
        return claims;
    }

    private static void put(Map<String, Object> claims, String name, String value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    /** @throws RuntimeException of any kind for what are no claims of a receipt */
    static Receipt read(Map<String, Object> claims) {
        if (!(claims.get("version") instanceof Number version) || version.intValue() != VERSION) {
            throw new IllegalArgumentException("a receipt of a version that is not known");
        }
        return new Receipt(
                ReceiptKind.valueOf(text(claims, "kind")),
                UUID.fromString(text(claims, "entry")),
                Instant.parse(text(claims, "at")),
                UUID.fromString(text(claims, "about")),
                text(claims, "process"),
                text(claims, "number"),
                claims.containsKey("sender") ? key(text(claims, "sender")) : null,
                ((List<?>) claims.get("recipients"))
                        .stream().map(ReceiptClaims::key).toList(),
                text(claims, "before"),
                text(claims, "after"),
                ((List<?>) claims.get("files"))
                        .stream().map(ReceiptClaims::file).toList(),
                claims.containsKey("certificate")
                        ? new Receipt.Purge(
                                text(claims, "rule"),
                                UUID.fromString(text(claims, "certificate")),
                                text(claims, "list"))
                        : null);
    }

    private static OrganizationKey key(Object text) {
        return OrganizationKey.parse((String) text).orElseThrow();
    }

    private static Receipt.File file(Object claims) {
        var file = (Map<?, ?>) claims;
        return new Receipt.File(UUID.fromString((String) file.get("id")), (String) file.get("sha256"));
    }

    private static String text(Map<String, Object> claims, String name) {
        return (String) claims.get(name);
    }
}
