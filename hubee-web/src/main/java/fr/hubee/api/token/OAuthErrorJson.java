package fr.hubee.api.token;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A refusal (RFC 6749 §5.2), in the order in which the contract shows it. */
record OAuthErrorJson(@JsonProperty("error_description") String errorDescription, String error) {}
