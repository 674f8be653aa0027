package fr.hubee.journal.seal;

import com.nimbusds.jose.jwk.OctetKeyPair;

/**
 * @param jws a head, a JSON Web Signature
 * @param key the one that signed it
 */
public record SignedHead(String jws, OctetKeyPair key) {}
