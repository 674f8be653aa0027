package fr.hubee.portal.directory;

import fr.hubee.portal.page.PageMessages;

/** A warning about a change of the access mode, which the user must first confirm. */
public final class ModeWarning {
    private boolean shown;
    private boolean read;

    ModeWarning(boolean shown) {
        this.shown = shown;
    }

    /** Whether the warning was shown and confirmed; otherwise it is shown now. */
    boolean isHeeded() {
        if (shown && !read) {
            PageMessages.beside("read", "Cochez cette case après avoir lu ce qui précède.");
        }
        boolean heeded = shown && read;
        shown = true;
        return heeded;
    }

    void isOver() {
        shown = false;
    }

    public boolean isShown() {
        return shown;
    }

    public boolean isRead() {
        return read;
    }

    public void setRead(boolean read) {
        this.read = read;
    }
}
