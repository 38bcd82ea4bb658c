"""Telling whoever runs this copy that a figure is wrong: an address that opens a letter already begun. Pure."""

from urllib.parse import quote, urlencode, urlsplit


def link(contact: str, subject: str, lines: list[str]) -> str:
    """A `mailto:` for an e-mail address, a new issue for a repository on GitHub, else the contact's own address.

    `contact` is TUITIONARY_CONTACT: an address of a page, or an e-mail address with or without `mailto:`.
    """
    body = "\n".join([*lines, "", "What is wrong, and how do you know?", ""])
    mailbox = contact.removeprefix("mailto:")
    if "@" in mailbox and "/" not in mailbox:
        return f"mailto:{quote(mailbox, safe='@')}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"
    if urlsplit(contact).hostname == "github.com":
        return f"{contact.rstrip('/')}/issues/new?{urlencode({'title': subject, 'body': body}, quote_via=quote)}"
    return contact
