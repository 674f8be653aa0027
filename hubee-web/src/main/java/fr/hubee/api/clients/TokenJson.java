package fr.hubee.api.clients;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An issued token (RFC 6749 §5.1). */
record TokenJson(
        @JsonProperty("access_token") String accessToken,
        String scope,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {}
