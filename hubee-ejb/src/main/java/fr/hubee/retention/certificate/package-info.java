/**
 * Certificates of purges: what was deleted, how much, when, and under which rule.
 *
 * <p>Start with {@link fr.hubee.retention.certificate.PurgeCertificateService}.
 */
package fr.hubee.retention.certificate;
