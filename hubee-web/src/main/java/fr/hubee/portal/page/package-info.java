/** Parts that every page needs: its address and parameters, its state, which the browser keeps encrypted, and its messages. */
package fr.hubee.portal.page;
