/**
 * The rescue: while the software of a service is silent, its local administrator reads what waits for it (ADR 0259).
 *
 * <p>Start with {@link fr.hubee.rescue.RescueService}; {@link fr.hubee.casework.CaseRights} has the rule.
 */
package fr.hubee.rescue;
