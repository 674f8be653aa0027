package fr.hubee.api.directory;

import jakarta.validation.groups.Default;

/** Validation group of creations: what the contract requires only of a new subscription. */
interface Creation extends Default {}
