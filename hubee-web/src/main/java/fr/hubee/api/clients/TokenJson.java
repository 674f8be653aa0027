package fr.hubee.api.clients;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An issued token (RFC 6749 §5.1). */
record TokenJson(
        @JsonProperty("access_token") String accessToken,
        String scope,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {

    /** An error (RFC 6749 §5.2), with its fields in the contract's order. */
    record OAuthErrorJson(@JsonProperty("error_description") String errorDescription, String error) {}
}
