/**
 * People authenticated by an identity provider: their identity there, the bound account, and refusals. Start with
 * {@link fr.hubee.signin.federated.FederatedPolicy}.
 */
package fr.hubee.signin.federated;
