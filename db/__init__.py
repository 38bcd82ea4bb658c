"""What is stored and what is published. Knows nothing of Scrapy, and imports nothing else of ours."""
