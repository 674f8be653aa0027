package fr.hubee.api.clients;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An error (RFC 6749 §5.2), with its fields in the contract's order. */
record OAuthErrorJson(@JsonProperty("error_description") String errorDescription, String error) {}
