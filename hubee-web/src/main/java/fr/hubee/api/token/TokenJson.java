package fr.hubee.api.token;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A token that was given (RFC 6749 §5.1). */
record TokenJson(
        @JsonProperty("access_token") String accessToken,
        String scope,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {}
