/**
 * What proves a purge: how much of what went, when, and under which rule.
 *
 * <p>Start with {@link fr.hubee.retention.certificate.PurgeCertificateService}.
 */
package fr.hubee.retention.certificate;
