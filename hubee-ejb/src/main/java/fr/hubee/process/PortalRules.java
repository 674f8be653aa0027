package fr.hubee.process;

/**
 * How people work on the cases of a démarche; the API does not speak of it.
 *
 * @param neverRefused whether the portal offers no refusal (groups A and E of specification §3.2)
 */
public record PortalRules(boolean neverRefused) {
    public static final PortalRules NONE = new PortalRules(false);
}
