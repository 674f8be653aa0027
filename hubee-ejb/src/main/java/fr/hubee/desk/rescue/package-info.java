/**
 * Help for an organisation. Rescue: while its software is silent, its local administrator reads the cases that wait for it (ADR 38).
 * Secrets: its own people are asked to make the secret of its software (ADR 28).
 *
 * <p>Start with {@link fr.hubee.desk.rescue.RescueService} and {@link fr.hubee.desk.rescue.SecretRequestService}.
 */
package fr.hubee.desk.rescue;
