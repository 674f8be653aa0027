package fr.hubee.api.subscription;

import jakarta.validation.groups.Default;

/** What the contract asks of a new subscription, and not of one that is changed. */
interface Creation extends Default {}
