package fr.hubee.portal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a page with its parameters; empty parameters are left out. */
public record Address(String text) {

    public Address with(String name, Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        return new Address(text + (text.contains("?") ? "&" : "?") + name + "="
                + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return text;
    }
}
