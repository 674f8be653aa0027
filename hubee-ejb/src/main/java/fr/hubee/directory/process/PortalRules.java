package fr.hubee.directory.process;

/**
 * How people work on the cases of a démarche; the API does not speak of it.
 *
 * @param neverRefused whether the portal offers no refusal (groups A and E of specification §3.2)
 * @param sensitive whether whoever can access it needs a second factor (specification §9.3)
 */
public record PortalRules(boolean neverRefused, boolean sensitive) {
    public static final PortalRules NONE = new PortalRules(false, false);
}
