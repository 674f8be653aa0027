package fr.hubee.api.directory;

import jakarta.validation.groups.Default;

/** Validation group of changes: fewer fields are required than at creation, since older subscriptions lack some. */
interface Change extends Default {}
