/**
 * People whom an identity provider vouches for: who they are there, the account that is bound to them, and why they are refused.
 * Start with {@link fr.hubee.signin.federated.FederatedPolicy}.
 */
package fr.hubee.signin.federated;
