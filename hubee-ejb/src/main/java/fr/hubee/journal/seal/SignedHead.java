package fr.hubee.journal.seal;

import com.nimbusds.jose.jwk.OctetKeyPair;

/**
 * @param head a JSON Web Signature
 * @param key the one that signed it
 */
public record SignedHead(String head, OctetKeyPair key) {}
