package fr.hubee.people.identity;

/** The personal data that a person may change in her own account (specification §1.3). */
public record Profile(Civility civility, String function, String phoneNumber, String mobileNumber) {}
