package fr.hubee.organization;

/** What is known of an organisation beyond its key. */
public record OrganizationDetails(
        String name,
        String code,
        String country,
        String postalCode,
        String territory,
        String email,
        String phoneNumber,
        String status) {}
