"""The commands of `tuitionary`, by what they are for. Every `click.Command` of a module here is one of them."""
