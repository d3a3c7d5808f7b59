// Apps of different looks, subjects and capabilities, some with accounts, for benchmarks of what people see.
export const appPrompts: Readonly<Record<string, string>> = {
  inventory: "An inventory tracker with products, suppliers and stock movements, low-stock badges",
  crm: "A CRM for a small sales team: companies, contacts, deals with a stage board, activities and notes. People sign in; managers may do everything, sales reps may only edit their own deals.",
  analytics: "A sales analytics dashboard with orders, customers, regions and monthly revenue charts. Deep teal theme.",
  todo: "A simple to-do list with tags, due dates and priorities",
  projects:
    "A project management tool: projects, tasks on a board with status and assignee, milestones and team members.",
  restaurant:
    "A website for our Italian restaurant: menu, table reservations, opening hours, reviews, contact form and FAQ. Terracotta colour.",
  shop: "An online shop that sells handmade ceramics, with product photos, categories, cart and checkout, reviews. Forest green.",
  magazine: "An online magazine with articles, authors, topics and comments, editorial look",
  portfolio:
    "A portfolio website for a photographer with projects, testimonials, pricing plans and a contact form. Black and white.",
  booking: "A hair salon booking app: stylists, services with duration and price, appointments without double booking",
  forum: "A discussion forum with categories, threads, replies and upvotes, where members sign in. Dark blue.",
  estate:
    "A real estate directory: listings with photos, price, bedrooms and location, agents, inquiries and favourites. Warm sand colours.",
  learning: "A learning platform with courses, lessons, enrolments and quizzes",
  quiz: "A quiz app about world geography with questions, scores and a leaderboard. Purple.",
  calculators: "A loan and unit calculator with a currency converter and a pomodoro timer",
  tracking:
    "Parcel tracking for a courier: customers enter the tracking number to look up where a parcel is, and rate the branches",
  vocabulary: "A vocabulary trainer with flashcards in decks, weekly words and a leaderboard of learners. Coral.",
  raffle: "A wheel of fortune for our fair: spin the wheel, a list of prizes and the winners so far. Dark red.",
  mentors: "A mentoring site that matches mentees with mentors by skills, language and city, with sessions to book",
  estimates: "A cost estimator for cleaning jobs: enter rooms, windows and hours and see the estimated price",
  saas: "A landing page for a project management SaaS with features, pricing plans, FAQ, blog and a contact form. Indigo.",
};
