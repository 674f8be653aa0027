package fr.hubee.directory.subscription;

/**
 * A certificate as everybody may read it.
 *
 * @param organizationName of the organisation whose software it is
 */
public record CertifiedSoftware(SoftwareCertificate certificate, String organizationName) {}
