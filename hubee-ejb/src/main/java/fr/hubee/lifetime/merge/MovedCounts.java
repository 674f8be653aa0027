package fr.hubee.lifetime.merge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The numbers of moved objects of a merge. */
@Embeddable
public record MovedCounts(
        long cases,
        long notifications,
        @Column(name = "subscriptions_moved") int subscriptionsMoved,
        @Column(name = "subscriptions_ended") int subscriptionsEnded,
        @Column(name = "credentials_moved") int credentialsMoved,
        @Column(name = "credentials_revoked") int credentialsRevoked,
        long accounts) {}
