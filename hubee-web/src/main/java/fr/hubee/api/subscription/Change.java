package fr.hubee.api.subscription;

import jakarta.validation.groups.Default;

/** What is asked of a subscription that is changed: less than of a new one, since older ones were not asked as much. */
interface Change extends Default {}
