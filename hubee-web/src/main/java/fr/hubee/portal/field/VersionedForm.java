package fr.hubee.portal.field;

/** Sends the displayed version back with every action, so that a later change is not overwritten. */
public abstract class VersionedForm extends PersonPage {
    private long version;

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
